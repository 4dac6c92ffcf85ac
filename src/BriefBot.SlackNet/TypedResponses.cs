using System.Net.Http.Headers;

namespace BriefBot.SlackNet;

/// <summary>Names the type of answers that name none, as those to commands may; the library needs one.</summary>
internal sealed class TypedResponses() : DelegatingHandler(new SocketsHttpHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        response.Content.Headers.ContentType ??= new MediaTypeHeaderValue("text/plain");
        return response;
    }
}
