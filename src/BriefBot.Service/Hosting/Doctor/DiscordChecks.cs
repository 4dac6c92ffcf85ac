using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using BriefBot.Chat;
using BriefBot.Discord;

namespace BriefBot.Service.Hosting.Doctor;

/// <summary>Asks Discord whether the token, the intents and the permissions in the bot's servers are as the settings need them.</summary>
/// <param name="api">Sends the requests.</param>
internal sealed class DiscordChecks(RemoteApi api)
{
    private const string Area = "discord";
    private const string DiscordApi = "https://discord.com/api/v10/";

    /// <summary>The flags of an application that may read messages: GATEWAY_MESSAGE_CONTENT and GATEWAY_MESSAGE_CONTENT_LIMITED.</summary>
    private const long MessageContent = (1L << 18) | (1L << 19);

    private const long Administrator = 1L << 3;

    /// <summary>Maximum servers that are named in one line.</summary>
    private const int MaxNamed = 5;

    private const string IntentIsOff =
        "Discord:MessageContent = true, and the Message Content Intent is off: Discord would refuse the connection. Switch it on in the developer portal (Bot).";

    /// <summary>The permissions that the invitation asks for, by Discord's names and bits.</summary>
    private static readonly (string Name, long Bit)[] Permissions =
    [
        ("Add Reactions", 1L << 6),
        ("View Channels", 1L << 10),
        ("Send Messages", 1L << 11),
        ("Read Message History", 1L << 16),
        ("Create Public Threads", 1L << 35),
        ("Send Messages in Threads", 1L << 38),
    ];

    /// <summary>Returns findings about the token, the intents and the first 200 servers.</summary>
    public async Task<IReadOnlyList<DoctorResult>> CheckAsync(DiscordOptions discord, CancellationToken cancellationToken)
    {
        if (discord.Token.Length == 0)
        {
            return [DoctorResult.Note(Area, "no token is set: the bot is not in Discord")];
        }

        var application = await AskAsync(discord, "applications/@me", cancellationToken);
        if (application.Status != HttpStatusCode.OK)
        {
            return
            [
                DoctorResult.Problem(
                    Area,
                    application.Status switch
                    {
                        null =>
                            "Discord can't be reached. Check that no firewall or network policy blocks outgoing connections to port 443.",
                        HttpStatusCode.Unauthorized =>
                            "Discord rejected the token. Copy it again from the developer portal (Bot, Reset Token) into Discord:Token.",
                        { } status =>
                            $"Discord answers with status {((int)status).ToString(CultureInfo.InvariantCulture)}. Try again later.",
                    }
                ),
            ];
        }

        return
        [
            DoctorResult.Good(Area, "the token is valid"),
            .. discord.MessageContent && ((application.Number("flags") ?? 0) & MessageContent) == 0
                ? new[] { DoctorResult.Problem(Area, IntentIsOff) }
                : [],
            .. Servers(await AskAsync(discord, "users/@me/guilds", cancellationToken), application.Number("id")),
        ];
    }

    private static IEnumerable<DoctorResult> Servers(RemoteResponse response, long? application)
    {
        if (response.Status != HttpStatusCode.OK || response.Body.ValueKind != JsonValueKind.Array)
        {
            yield return DoctorResult.Note(Area, "Discord does not say which servers the bot is in; their permissions were not looked at");
            yield break;
        }

        var servers = response.Body.EnumerateArray().Where(server => server.ValueKind == JsonValueKind.Object).ToArray();
        var wanted = Permissions.Sum(permission => permission.Bit).ToString(CultureInfo.InvariantCulture);
        var invitation =
            $"https://discord.com/oauth2/authorize?client_id={application?.ToString(CultureInfo.InvariantCulture) ?? "ID"}"
            + $"&scope=bot+applications.commands&permissions={wanted}";
        if (servers.Length == 0)
        {
            yield return DoctorResult.Note(Area, $"the bot is in no server. Invite it: {invitation}");
            yield break;
        }

        var lacking = servers
            .Select(server => (Name: Name(server), Missing: Missing(server)))
            .Where(server => server.Missing.Length > 0)
            .ToArray();
        foreach (var (name, missing) in lacking.Take(MaxNamed))
        {
            yield return DoctorResult.Problem(
                Area,
                $"in the server “{name}” the bot may not: {missing}. Give its role these permissions, or invite it again: {invitation}"
            );
        }

        if (lacking.Length > MaxNamed)
        {
            yield return DoctorResult.Problem(Area, $"in {lacking.Length - MaxNamed} more servers the bot's role lacks permissions");
        }

        if (lacking.Length == 0)
        {
            yield return DoctorResult.Good(
                Area,
                $"the bot is in {servers.Length} server{(servers.Length == 1 ? "" : "s")}, with the permissions it needs; a channel may still take some away"
            );
        }
    }

    private static string Name(JsonElement server) =>
        server.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString()! : "?";

    private static string Missing(JsonElement server)
    {
        if (
            !server.TryGetProperty("permissions", out var said)
            || RemoteResponse.ReadNumber(said) is not { } granted
            || (granted & Administrator) != 0
        )
        {
            return "";
        }

        return string.Join(", ", Permissions.Where(permission => (granted & permission.Bit) == 0).Select(permission => permission.Name));
    }

    private async Task<RemoteResponse> AskAsync(DiscordOptions discord, string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            (discord.ApiUrl is { Length: > 0 } own ? own.TrimEnd('/') + "/" : DiscordApi) + path
        );
        request.Headers.Authorization = new AuthenticationHeaderValue("Bot", discord.Token);
        return await api.SendAsync(request, cancellationToken);
    }
}
