"""One module a version, in order. A version that was ever released is not changed any more."""
