"""How accounts sign in: what allauth is asked for, what letters say, what a browser is called."""
