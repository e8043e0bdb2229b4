"""The server around the app: what happens before a page is drawn. `tikamp_server.py` puts it together."""
