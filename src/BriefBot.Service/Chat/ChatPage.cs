namespace BriefBot.Service.Chat;

/// <summary>The chat page: its files inside the assembly.</summary>
internal static class ChatPage
{
    public static void Map(WebApplication app)
    {
        Map(app, "/", "index.html", "text/html; charset=utf-8");
        Map(app, "/page.css", "page.css", "text/css; charset=utf-8");
        Map(app, "/page.js", "page.js", "text/javascript; charset=utf-8");
        Map(app, "/gaps", "gaps.html", "text/html; charset=utf-8");
        Map(app, "/gaps.js", "gaps.js", "text/javascript; charset=utf-8");
        Map(app, "/icon.svg", "icon.svg", "image/svg+xml");
    }

    private static void Map(WebApplication app, string path, string file, string contentType)
    {
        var content = Read(file);
        app.MapRead(
                path,
                (HttpContext http) =>
                {
                    http.Response.Headers.CacheControl = "no-cache";
                    return Results.Bytes(content, contentType);
                }
            )
            .WithMetadata(ApiKeyCheck.Open);
    }

    private static byte[] Read(string file)
    {
        using var stream =
            typeof(ChatPage).Assembly.GetManifestResourceStream("BriefBot.Service.Chat.Page." + file)
            ?? throw new InvalidOperationException($"The page's {file} is not in the assembly.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
