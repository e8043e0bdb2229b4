"""Commands for people who work on Tikamp; none of it is needed to run the app."""
