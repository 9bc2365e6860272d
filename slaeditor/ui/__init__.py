"""The window: places, forms, editors and views over the model."""
