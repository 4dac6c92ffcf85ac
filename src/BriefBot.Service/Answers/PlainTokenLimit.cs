using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BriefBot.Service.Answers;

/// <summary>
/// Sends the most tokens of a reply as <c>max_tokens</c>, which compatible servers obey: of OpenAI's own newer name
/// <c>max_completion_tokens</c> Ollama takes no notice.
/// </summary>
internal sealed class PlainTokenLimit : DelegatingHandler
{
    private const string OpenAisName = "max_completion_tokens";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request is { Method.Method: "POST", Content: { Headers.ContentType.MediaType: "application/json" } content })
        {
            var body = await content.ReadAsByteArrayAsync(cancellationToken);
            request.Content = new ByteArrayContent(Renamed(body))
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            };
        }

        return await base.SendAsync(request, cancellationToken);
    }

    private static byte[] Renamed(byte[] body)
    {
        if (JsonNode.Parse(body) is not JsonObject asked || !asked.Remove(OpenAisName, out var most))
        {
            return body;
        }

        asked["max_tokens"] = most;
        return JsonSerializer.SerializeToUtf8Bytes(asked);
    }
}
