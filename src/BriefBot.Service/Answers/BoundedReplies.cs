namespace BriefBot.Service.Answers;

/// <summary>Limits the length of a reply: a longer one fails before it fills the memory. A stream is passed on as it arrives.</summary>
internal sealed class BoundedReplies : DelegatingHandler
{
    /// <summary>The longest reply, in bytes.</summary>
    public const int Most = 256 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            if (response.Content.Headers.ContentType?.MediaType == "text/event-stream")
            {
                var content = new StreamContent(new BoundedStream(await response.Content.ReadAsStreamAsync(cancellationToken), Most));
                content.Headers.ContentType = response.Content.Headers.ContentType;
                response.Content = content;
            }
            else
            {
                await response.Content.LoadIntoBufferAsync(Most, cancellationToken);
            }

            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
