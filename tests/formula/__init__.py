"""One formula, three evaluators."""
