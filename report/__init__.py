"""Rating -> plain scorecard -> PDF, spreadsheet, JSON."""
