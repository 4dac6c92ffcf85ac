using System.Net;
using System.Text.Json;

namespace BriefBot.Service.Hosting.Doctor;

/// <summary>Sends single requests to an API. Safe for concurrent use.</summary>
/// <param name="http">Sends them; its timeout bounds each.</param>
internal sealed class RemoteApi(HttpClient http)
{
    private static readonly Dictionary<string, string> NoHeaders = [];

    /// <summary>
    /// Sends a request and reads the response as JSON. Throws only when <paramref name="cancellationToken"/> is cancelled.
    /// </summary>
    /// <returns>
    /// The response. Its status is null where the server can't be reached, and 502 where the body of a success is not JSON.
    /// </returns>
    public async Task<RemoteResponse> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return new RemoteResponse(
                response.StatusCode,
                response.IsSuccessStatusCode ? JsonSerializer.Deserialize<JsonElement>(body) : default,
                response.Headers.ToDictionary(
                    header => header.Key,
                    header => string.Join(',', header.Value),
                    StringComparer.OrdinalIgnoreCase
                )
            );
        }
        catch (JsonException)
        {
            return new RemoteResponse(HttpStatusCode.BadGateway, default, NoHeaders);
        }
        catch (Exception e)
            when (e is HttpRequestException or TaskCanceledException or InvalidOperationException or UriFormatException or FormatException
                && !cancellationToken.IsCancellationRequested
            )
        {
            return new RemoteResponse(null, default, NoHeaders);
        }
    }
}

/// <summary>The response of an API.</summary>
/// <param name="Status">Its status, or null where the server can't be reached.</param>
/// <param name="Body">The body of a success; undefined otherwise.</param>
/// <param name="Headers">The response's headers.</param>
internal sealed record RemoteResponse(HttpStatusCode? Status, JsonElement Body, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>
    /// Returns the whole number at <paramref name="path"/> in the body, written as a number or as text, or null where there is none.
    /// </summary>
    public long? Number(params ReadOnlySpan<string> path)
    {
        var at = Body;
        foreach (var name in path)
        {
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
            {
                return null;
            }
        }

        return ReadNumber(at);
    }

    /// <summary>Returns the whole number in a header, or null where there is none.</summary>
    public long? Header(string name) =>
        Headers.TryGetValue(name, out var text) && long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>Returns the whole number that <paramref name="element"/> holds, as a number or as text, or null.</summary>
    public static long? ReadNumber(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Number when element.TryGetInt64(out var number) => number,
            JsonValueKind.String
                when long.TryParse(element.GetString(), System.Globalization.CultureInfo.InvariantCulture, out var number) => number,
            _ => null,
        };
}
