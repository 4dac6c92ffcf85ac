namespace BriefBot.Service.Chat;

/// <summary>The chat page: three files inside the assembly, served under a policy that lets nothing else run or load.</summary>
internal static class ChatPage
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void Map(WebApplication app)
    {
        Map(app, "/", "index.html", "text/html; charset=utf-8");
        Map(app, "/page.css", "page.css", "text/css; charset=utf-8");
        Map(app, "/page.js", "page.js", "text/javascript; charset=utf-8");
    }

    private static void Map(WebApplication app, string path, string file, string contentType)
    {
        var content = Read(file);
        app.MapGet(path, (HttpContext http) =>
        {
            http.Response.Headers.ContentSecurityPolicy = Policy;
            http.Response.Headers.XContentTypeOptions = "nosniff";
            http.Response.Headers["Referrer-Policy"] = "no-referrer";
            http.Response.Headers.CacheControl = "no-cache";
            return Results.Bytes(content, contentType);
        });
    }

    private static byte[] Read(string file)
    {
        using var stream = typeof(ChatPage).Assembly.GetManifestResourceStream("BriefBot.Service.Chat.Page." + file)
            ?? throw new InvalidOperationException($"The page's {file} is not in the assembly.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
