"""How Alembic runs our steps: on the connection, and inside the transaction, that it is handed."""

from alembic import context
from sqlalchemy import MetaData

from slaeditor.storage.schema import CONVENTION

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=MetaData(naming_convention=CONVENTION),
    transactional_ddl=True,
)
context.run_migrations()
