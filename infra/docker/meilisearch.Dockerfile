FROM getmeili/meilisearch:v1.21
# The official image runs as root; its data folder is given to an account that is not.
RUN mkdir -p /meili_data && chown 1000:1000 /meili_data
USER 1000:1000
