"""How gunicorn serves the site (`gunicorn nejat.wsgi --config python:nejat.gunicorn`)."""

import os

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4
preload_app = True
limit_request_line = 0  # too long an address is answered by a page of ours, in its language
max_requests = 2000  # a worker is renewed before a slow leak could matter
max_requests_jitter = 200
timeout = 30
graceful_timeout = 30
keepalive = 5
worker_tmp_dir = "/dev/shm"
control_socket_disable = True
