"""Operations: paths, parameters, bodies, responses, security, and webhooks."""
