"""Many people at the running app: `python -m benchmarks.load`."""
