"""Parts of pages: each draws itself and hands its answer to ``ui.state``."""
