"""Where people find each other: organizations, talent, projects, applications."""
