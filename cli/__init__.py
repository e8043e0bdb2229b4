"""The command line: `tikamp score | template | report | validate | serve`."""
