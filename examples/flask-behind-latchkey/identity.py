"""Reads who is signed in from the token that the gateway signs: ten lines, no OAuth."""
import os

import jwt
from flask import request

ORIGIN = os.environ.get("ORIGIN", "http://localhost:8080")
keys = jwt.PyJWKClient(os.environ.get("LATCHKEY_KEYS", "http://127.0.0.1:4180/auth/gateway/jwks"))


def current_user():
    token = request.headers.get("X-Latchkey-Jwt")
    if not token:
        return None
    try:
        key = keys.get_signing_key_from_jwt(token).key
        return jwt.decode(token, key, algorithms=["ES256"], audience=ORIGIN, issuer=ORIGIN)
    except jwt.PyJWTError:
        return None
