"""`/healthz` and `/readyz`, answered before hosts, sessions and the database get a say."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse

from .readiness import check_readiness


def health(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """`/healthz`: the process answers. `/readyz`: 200 if all it needs answers, else 503 and which part does not."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path == "/healthz":
            return JsonResponse({"status": "ok"})
        if request.path == "/readyz":
            parts = check_readiness()
            ready = all(state == "ok" for state in parts.values())
            return JsonResponse(
                {"status": "ok" if ready else "not ready", "parts": parts}, status=200 if ready else 503
            )
        return get_response(request)

    return middleware
