using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using BriefBot.Answers;
using BriefBot.Chat;

namespace BriefBot.Service.Hosting.Doctor;

/// <summary>Asks a model's API and Discord each by one small request whether they know what is set.</summary>
/// <param name="http">Asks.</param>
internal sealed class RemoteChecks(HttpClient http)
{
    private const string DiscordApi = "https://discord.com/api/v10/";

    /// <summary>Of an application's flags those that say that it may read messages: for bots in many servers and in few.</summary>
    private const long MessageContent = (1L << 18) | (1L << 19);

    private const string IntentIsOff =
        "Discord:MessageContent = true, and the Message Content Intent is off: Discord would refuse the connection. Switch it on in the developer portal (Bot).";

    public async Task<Finding> ModelAsync(ModelOptions model, CancellationToken cancellationToken)
    {
        const string Area = "model";
        if (!model.IsConfigured)
        {
            return Finding.Note(Area, "none is set: answers are quoted from the articles");
        }

        if (model.Provider == ModelProvider.AzureOpenAI)
        {
            return Finding.Note(Area, $"{model.Name} at Azure is not asked here");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, model.Endpoint.TrimEnd('/') + "/chat/completions")
        {
            Content = JsonContent.Create(new { model = model.Name, max_tokens = 1, messages = new[] { new { role = "user", content = "Say yes." } } }),
        };
        request.Headers.Authorization = model.Key.Length > 0 ? new AuthenticationHeaderValue("Bearer", model.Key) : null;
        var (status, _) = await SendAsync(request, cancellationToken);
        return status switch
        {
            null => Finding.Problem(Area, $"nobody answers at {model.Endpoint}. See Answers:Model:Endpoint, and that a firewall or network policy lets the service out."),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => Finding.Problem(Area, "the API refuses the key. See Answers:Model:Key."),
            HttpStatusCode.NotFound => Finding.Problem(
                Area, $"the API at {model.Endpoint} knows no {model.Name}. See Answers:Model:Name, and that the address ends where the API begins, such as /v1."),
            { } code when (int)code >= 400 => Finding.Problem(Area, $"the API answers with status {((int)code).ToString(CultureInfo.InvariantCulture)}. See its own log."),
            _ => Finding.Good(Area, $"{model.Name} at {model.Endpoint} answers"),
        };
    }

    public async Task<IReadOnlyList<Finding>> DiscordAsync(DiscordOptions discord, CancellationToken cancellationToken)
    {
        const string Area = "discord";
        if (discord.Token.Length == 0)
        {
            return [Finding.Note(Area, "no token is set: the bot is not in Discord")];
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, (discord.ApiUrl is { Length: > 0 } own ? own.TrimEnd('/') + "/" : DiscordApi) + "applications/@me");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bot", discord.Token);
        var (status, body) = await SendAsync(request, cancellationToken);
        if (status != HttpStatusCode.OK)
        {
            return [Finding.Problem(Area, status switch
            {
                null => "Discord can't be reached. See that a firewall or network policy lets the service out to port 443.",
                HttpStatusCode.Unauthorized => "Discord refuses the token. Copy it anew from the developer portal (Bot, Reset Token) into Discord:Token.",
                _ => $"Discord answers with status {((int)status).ToString(CultureInfo.InvariantCulture)}. Try again later.",
            })];
        }

        var flags = body?.TryGetProperty("flags", out var said) == true && said.ValueKind == JsonValueKind.Number ? said.GetInt64() : 0;
        return
        [
            Finding.Good(Area, "the token is valid"),
            .. discord.MessageContent && (flags & MessageContent) == 0 ? new[] { Finding.Problem(Area, IntentIsOff) } : [],
        ];
    }

    private async Task<(HttpStatusCode? Status, JsonElement? Body)> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return (response.StatusCode, response.IsSuccessStatusCode ? JsonSerializer.Deserialize<JsonElement>(body) : null);
        }
        catch (JsonException)
        {
            return (HttpStatusCode.BadGateway, null);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or InvalidOperationException or UriFormatException
            && !cancellationToken.IsCancellationRequested)
        {
            return (null, null);
        }
    }
}
