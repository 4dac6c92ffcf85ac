using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using BriefBot.Chat;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace BriefBot.Service.Chat;

/// <summary>The pages: their files inside the assembly, with the operator's title, greeting, colour and logo.</summary>
internal static class ChatPage
{
    private const string LogoPath = "logo";
    private const string OwnLogo = "icon.svg";
    private const string Script = "text/javascript; charset=utf-8";

    /// <summary>The grounds of the page in light and dark, as page.css has them.</summary>
    private const string LightGround = "#f6f5f2";
    private const string DarkGround = "#14171b";

    public static void Map(WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<PageOptions>>().Value;
        var longest = app.Services.GetRequiredService<IOptions<ChatOptions>>().Value.MaxQuestionLength;
        foreach (var (path, file) in new[] { ("/", "index.html"), ("/folder", "folder.html"), ("/gaps", "gaps.html") })
        {
            Map(app, path, Html(file, options, longest), "text/html; charset=utf-8");
        }

        Map(app, "/page.css", [.. Read("page.css"), .. Encoding.UTF8.GetBytes(Theme(options.Accent))], "text/css; charset=utf-8");
        foreach (var script in new[] { "page.js", "dom.js", "draw.js", "panel.js", "talks.js", "folder.js", "gaps.js" })
        {
            Map(app, $"/{script}", Read(script), Script);
        }

        Map(app, "/embed.js", Encoding.UTF8.GetBytes(PageTexts.Fill(Encoding.UTF8.GetString(Read("embed.js")))), Script);
        Map(app, "/texts.js", Encoding.UTF8.GetBytes(PageTexts.Script()), Script);
        Map(app, $"/{OwnLogo}", Read(OwnLogo), "image/svg+xml");
        if (options.Logo.Length > 0)
        {
            Map(app, $"/{LogoPath}", File.ReadAllBytes(options.Logo), TypeOf(options.Logo));
        }
    }

    /// <summary>Returns the rules for a colour, readable in light and dark; empty for the page's own.</summary>
    internal static string Theme(string accent) =>
        accent.Length == 0
            ? ""
            : $":root{{{Rules(accent, LightGround)}}}@media (prefers-color-scheme:dark){{:root{{{Rules(accent, DarkGround)}}}}}";

    private static string Rules(string accent, string ground)
    {
        var color = AccentColor.ReadableOn(accent, ground);
        return $"--accent:{color};--on-accent:{(AccentColor.Contrast(color, "#ffffff") >= 4.5 ? "#ffffff" : "#000000")}";
    }

    private static byte[] Html(string file, PageOptions options, int longest)
    {
        var page = Encoding.UTF8.GetString(Read(file));
        return Encoding.UTF8.GetBytes(
            string.Concat(
                page.Split("{{")
                    .Select(
                        (part, i) =>
                            i == 0 || part.IndexOf("}}", StringComparison.Ordinal) is not (> 0 and var end)
                                ? part
                                : HtmlEncoder.Default.Encode(Value(part[..end], options, longest)) + part[(end + 2)..]
                    )
            )
        );
    }

    private static string Value(string name, PageOptions options, int longest) =>
        name switch
        {
            "longest" => longest.ToString(CultureInfo.InvariantCulture),
            "title" => options.Title,
            "greeting" => options.Greeting,
            "logo" => options.Logo.Length > 0 ? LogoPath : OwnLogo,
            _ => PageTexts.Find(name),
        };

    private static string TypeOf(string file) =>
        Path.GetExtension(file).ToUpperInvariant() switch
        {
            ".SVG" => "image/svg+xml",
            ".PNG" => "image/png",
            ".WEBP" => "image/webp",
            _ => "image/jpeg",
        };

    private static void Map(WebApplication app, string path, byte[] content, string contentType)
    {
        var compressed = Compress(content);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}\"");
        app.MapRead(
                path,
                (HttpContext http) =>
                {
                    var headers = http.Response.Headers;
                    headers.CacheControl = "no-cache";
                    headers.Vary = HeaderNames.AcceptEncoding;
                    if (!http.Request.GetTypedHeaders().AcceptEncoding.Any(encoding => encoding.Value == "br" && encoding.Quality != 0))
                    {
                        return Results.Bytes(content, contentType, entityTag: tag);
                    }

                    headers.ContentEncoding = "br";
                    return Results.Bytes(compressed, contentType, entityTag: tag);
                }
            )
            .WithMetadata(ApiKeyCheck.Open);
    }

    private static byte[] Compress(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize))
        {
            brotli.Write(content);
        }

        return compressed.ToArray();
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
