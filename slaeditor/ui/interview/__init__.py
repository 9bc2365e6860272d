"""The needs analysis: questions in customers' words, what follows from the answers, and the proposal at its end."""
