using SlackNet;

namespace BriefBot.SlackNet;

/// <summary>Sends the library's requests to another address than Slack's own where the settings name one.</summary>
internal sealed class SlackAddresses(ISlackUrlBuilder own, string apiUrl) : ISlackUrlBuilder
{
    private const string Api = "https://slack.com/api/";

    public string Url(string apiMethod, Dictionary<string, object> args)
    {
        var url = own.Url(apiMethod, args);
        return apiUrl.Length > 0 && url.StartsWith(Api, StringComparison.Ordinal) ? apiUrl + url[Api.Length..] : url;
    }
}
