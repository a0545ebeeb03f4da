"""Reading of the user's files for the site: templates, assets, a logo and a changelog."""
