COMPOSE := docker compose

.PHONY: neo4j-up neo4j-down

neo4j-up: ## start Neo4j in a container and wait until it answers (needs NEO4J_PASSWORD)
	$(COMPOSE) up --detach --wait neo4j
	@echo "Neo4j answers at bolt://127.0.0.1:$${NEO4J_BOLT_PORT:-7687}"

neo4j-down: ## stop that Neo4j; its data stays in the volume
	NEO4J_PASSWORD="$${NEO4J_PASSWORD:-unused}" $(COMPOSE) down
