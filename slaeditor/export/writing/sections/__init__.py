"""The sections of the agreement: a bespoke layout for each that the generic one would read badly."""
