"""The examples of `oasmith explain`: a client does what the explanation says."""
