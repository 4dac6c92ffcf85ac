using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using BriefBot.Slack;

namespace BriefBot.Service.Hosting.Doctor;

/// <summary>Asks Slack whether the tokens are valid, Socket Mode is on and the scopes suffice.</summary>
/// <param name="api">Sends the requests.</param>
internal sealed class SlackChecks(RemoteApi api)
{
    private const string Area = "slack";
    private const string SlackApi = "https://slack.com/api/";

    /// <summary>Returns findings about the app's token, and about the token of each workspace.</summary>
    public async Task<IReadOnlyList<DoctorResult>> CheckAsync(SlackOptions slack, CancellationToken cancellationToken)
    {
        if (slack.AppToken.Length == 0 && slack.BotTokens.Count == 0)
        {
            return [DoctorResult.Note(Area, "no token is set: the bot is not in Slack")];
        }

        var findings = new List<DoctorResult> { App(await AskAsync(slack, slack.AppToken, "apps.connections.open", cancellationToken)) };
        foreach (var (i, token) in slack.BotTokens.Index())
        {
            findings.Add(Bot(i, await AskAsync(slack, token, "auth.test", cancellationToken)));
        }

        return findings;
    }

    private static DoctorResult App(RemoteResponse response) =>
        Error(response) switch
        {
            null => DoctorResult.Good(Area, "the app's token is valid, and Socket Mode is on"),
            "" => Unreachable(response),
            "missing_scope" or "not_allowed_token_type" => DoctorResult.Problem(
                Area,
                "Slack:AppToken isn’t an app-level token with the scope connections:write. Generate one on the app's page Basic Information."
            ),
            var error => DoctorResult.Problem(
                Area,
                $"Slack rejected Slack:AppToken ({error}). Copy it again from the app's page Basic Information, and check that Socket Mode is on."
            ),
        };

    private static DoctorResult Bot(int index, RemoteResponse response)
    {
        var setting = string.Create(CultureInfo.InvariantCulture, $"Slack:BotTokens:{index}");
        if (Error(response) is { } error)
        {
            return error.Length == 0
                ? Unreachable(response)
                : DoctorResult.Problem(
                    Area,
                    $"Slack rejected {setting} ({error}). Copy it again from the app's page OAuth & Permissions, or install the app again."
                );
        }

        var granted = response.Headers.TryGetValue("x-oauth-scopes", out var scopes)
            ? scopes.Split(',', StringSplitOptions.TrimEntries)
            : [.. SlackScopes.Bot];
        string[] missing = [.. SlackScopes.Bot.Except(granted)];
        return missing.Length == 0
            ? DoctorResult.Good(Area, $"{setting} is valid")
            : DoctorResult.Problem(
                Area,
                $"{setting} lacks the scopes {string.Join(", ", missing)}. Paste the manifest again (App Manifest), then install the app again."
            );
    }

    /// <summary>Returns the error that Slack names, an empty text where it gives no answer, or null where there is none.</summary>
    private static string? Error(RemoteResponse response) =>
        response.Status != HttpStatusCode.OK || response.Body.ValueKind != JsonValueKind.Object ? ""
        : response.Body.TryGetProperty("ok", out var ok) && ok.ValueKind == JsonValueKind.True ? null
        : response.Body.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.String ? $"{error}"
        : "unknown";

    private static DoctorResult Unreachable(RemoteResponse response) =>
        DoctorResult.Problem(
            Area,
            response.Status is { } status
                ? $"Slack answers with status {((int)status).ToString(CultureInfo.InvariantCulture)}. Try again later."
                : "Slack can't be reached. Check that no firewall or network policy blocks outgoing connections to port 443."
        );

    private async Task<RemoteResponse> AskAsync(SlackOptions slack, string token, string method, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, (slack.ApiUrl is { Length: > 0 } own ? own : SlackApi) + method);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await api.SendAsync(request, cancellationToken);
    }
}
