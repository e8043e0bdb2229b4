"""The app: what a person sees and does in the browser."""
