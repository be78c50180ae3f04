"""The site on several machines: PostgreSQL, Redis, Celery and S3, tried as one (`make scale-test`; needs root)."""
