"""People, the groups they belong to, the accounts they sign in with, and the ledger of what they did."""
