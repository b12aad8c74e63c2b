"""The application of the Flask tutorials (a start page, a profile, pages for signed-in people, a sign-out) without the OAuth
code, which is the job of the gateway in front of it. rules.json says which pages are for whom."""
from functools import wraps

from flask import Flask, abort, g, render_template, request

from identity import current_user

app = Flask(__name__)
notes = {}


@app.before_request
def load_user():
    g.user = current_user()


def login_required(view):
    """The gateway already turns visitors away; this also protects the application if a request bypasses the gateway."""

    @wraps(view)
    def guarded(*args, **kwargs):
        return view(*args, **kwargs) if g.user else abort(401)

    return guarded


@app.get("/")
def index():
    return render_template("index.html")


@app.get("/profile")
@login_required
def profile():
    return render_template("profile.html")


@app.route("/notes", methods=["GET", "POST"])
@login_required
def own_notes():
    own = notes.setdefault(g.user["sub"], [])
    if request.method == "POST":
        own.append(request.form["text"][:200])
    return render_template("notes.html", notes=own)


@app.post("/upload")
@login_required
def upload():
    size = 0
    while chunk := request.stream.read(65536):
        size += len(chunk)
    return {"bytes": size, "from": g.user["sub"]}


@app.get("/reports/<path:name>")
@login_required
def report(name):
    return render_template("report.html", name=name)
