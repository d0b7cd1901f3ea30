# syntax=docker/dockerfile:1
# Two images: `--target hub` (Python: hub and worker) and `--target frontend` (Node: the pages).

FROM python:3.13-slim AS python-packages
COPY requirements/base.txt /tmp/base.txt
RUN python -m venv /opt/venv && /opt/venv/bin/pip install --no-cache-dir --require-hashes --requirement /tmp/base.txt

FROM python:3.13-slim AS hub
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=hub.settings.production HUB_VAR_DIR=/srv/var
RUN useradd --system --uid 10001 --home-dir /srv hub && install --directory --owner hub /srv/var
COPY --from=python-packages /opt/venv /opt/venv
WORKDIR /srv/hub
COPY manage.py ./
COPY hub hub
COPY knowledge knowledge
COPY graphql graphql
# The values here only let the command start; nothing of them stays in the image.
RUN SECRET_KEY=$(python -c "import secrets; print(secrets.token_urlsafe(60))") ALLOWED_HOSTS=build EMAIL_URL=dummymail:// \
    HUB_URL=https://build FRONTEND_URL=https://build SINGLE_PROCESS=true python manage.py collectstatic --no-input \
    && chown -R hub /srv/var
USER hub
VOLUME /srv/var/media
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=40s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/readyz', timeout=4)"]
CMD ["granian", "--interface", "wsgi", "--host", "0.0.0.0", "--port", "8000", "--workers", "2", "--blocking-threads", "4", "--no-ws", "hub.wsgi:application"]

FROM node:24-slim AS frontend-build
WORKDIR /build/frontend
COPY frontend/package.json frontend/package-lock.json frontend/.npmrc ./
RUN npm ci --no-audit --no-fund
COPY graphql /build/graphql
COPY frontend ./
RUN npm run build

FROM node:24-slim AS frontend
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /srv/frontend
COPY --from=frontend-build /build/frontend/build build
COPY --from=frontend-build /build/frontend/package.json ./
USER node
EXPOSE 3000
CMD ["node", "build"]
