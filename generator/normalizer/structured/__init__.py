"""Operations whose response can be parsed to a type of the caller."""
