using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BriefBot.Service.Chat;

/// <summary>Reads JSON from requests, as programs and people send it. <see cref="ForeignSites"/> keeps forms of other pages out.</summary>
internal static class JsonBody
{
    /// <summary>The type that <c>curl -d</c> names for any body.</summary>
    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>Returns whether the body may be JSON: it names no type, or JSON, or what curl names by itself.</summary>
    public static bool IsGiven(HttpRequest request) =>
        string.IsNullOrEmpty(request.ContentType)
        || request.HasJsonContentType()
        || request.ContentType.StartsWith(Form, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the body.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="BadHttpRequestException">It is too large, or did not come as it was announced.</exception>
    public static ValueTask<T?> ReadAsync<T>(HttpContext http, JsonTypeInfo<T> type) =>
        http.Request.HasJsonContentType()
            ? http.Request.ReadFromJsonAsync(type, http.RequestAborted)
            : JsonSerializer.DeserializeAsync(http.Request.Body, type, http.RequestAborted);
}
