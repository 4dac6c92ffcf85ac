using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using BriefBot.Answers;

namespace BriefBot.Service.Hosting.Doctor;

/// <summary>
/// Asks the configured models for one short reply each: whether the address, name and key are right, and whether they know tools and keep
/// to limits.
/// </summary>
/// <param name="api">Sends the requests.</param>
internal sealed class ModelChecks(RemoteApi api)
{
    private const string Area = "model";

    /// <summary>The generally available version of Azure OpenAI's API that has tools and <c>max_completion_tokens</c>.</summary>
    private const string AzureVersion = "2024-10-21";

    /// <summary>Maximum tokens of the reply that is asked for.</summary>
    private const int ReplyTokens = 16;

    /// <summary>Returns findings about the model that writes and the one that verifies.</summary>
    public async Task<IReadOnlyList<DoctorResult>> CheckAsync(ModelOptions model, CancellationToken cancellationToken)
    {
        if (!model.IsConfigured)
        {
            return [DoctorResult.Note(Area, "none is set: answers are quoted from the articles")];
        }

        var found = new List<DoctorResult>(
            await CheckAsync(model, model.Name, "Answers:Model:Name", model.MaxSearches > 0, cancellationToken)
        );
        if (model.Verify && model.VerifyName.Length > 0 && model.VerifyName != model.Name)
        {
            found.AddRange(await CheckAsync(model, model.VerifyName, "Answers:Model:VerifyName", withTools: false, cancellationToken));
        }

        return found;
    }

    private async Task<IReadOnlyList<DoctorResult>> CheckAsync(
        ModelOptions model,
        string name,
        string setting,
        bool withTools,
        CancellationToken cancellationToken
    )
    {
        var response = await AskAsync(model, name, withTools, cancellationToken);
        var refusesTools = withTools && (int?)response.Status is 400 or 404 or 422 or 501;
        if (refusesTools)
        {
            response = await AskAsync(model, name, withTools: false, cancellationToken);
        }

        return response.Status switch
        {
            null =>
            [
                DoctorResult.Problem(
                    Area,
                    $"nothing answers at {model.Endpoint}. Check Answers:Model:Endpoint, and that no firewall or network policy blocks outgoing connections."
                ),
            ],
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
            [
                DoctorResult.Problem(Area, "the API rejected the key. Check Answers:Model:Key."),
            ],
            HttpStatusCode.NotFound => [DoctorResult.Problem(Area, Unknown(model, name, setting))],
            HttpStatusCode.TooManyRequests =>
            [
                DoctorResult.Problem(Area, "the API allows no more requests for now (429). Check the quota of the key."),
            ],
            { } code when (int)code >= 400 =>
            [
                DoctorResult.Problem(
                    Area,
                    $"the API answers with status {((int)code).ToString(CultureInfo.InvariantCulture)}. Check its log."
                ),
            ],
            _ =>
            [
                DoctorResult.Good(Area, $"{name} at {model.Endpoint} answers"),
                .. Tools(withTools, refusesTools),
                .. Limits(model, response),
            ],
        };
    }

    private static string Unknown(ModelOptions model, string name, string setting) =>
        model.Provider == ModelProvider.AzureOpenAI
            ? $"the resource at {model.Endpoint} has no deployment {name}. Check {setting}: it is the name of the deployment, not of the model."
            : $"the API at {model.Endpoint} doesn’t know {name}. Check {setting}, and that the endpoint ends at the API’s root, such as /v1.";

    private static IEnumerable<DoctorResult> Tools(bool asked, bool refused) =>
        (asked, refused) switch
        {
            (true, true) =>
            [
                DoctorResult.Note(
                    Area,
                    "it doesn’t support tools, so it can’t search the articles again. Set Answers:Model:MaxSearches = 0, or use a model with tools."
                ),
            ],
            (true, false) => [DoctorResult.Good(Area, "it takes tools")],
            _ => [],
        };

    private static IEnumerable<DoctorResult> Limits(ModelOptions model, RemoteResponse response)
    {
        if (response.Number("usage", "completion_tokens") > ReplyTokens * 4)
        {
            yield return DoctorResult.Note(
                Area,
                "it writes more tokens than it is asked for: Answers:Model:MaxReplyTokens has no effect there, and a long reply costs time and Answers:Model:TokensPerDay"
            );
        }

        var needed = model.MaxPromptTokens + model.MaxReplyTokens;
        if (response.Header("x-ratelimit-limit-tokens") is { } tokens)
        {
            yield return tokens < needed
                ? DoctorResult.Problem(
                    Area,
                    $"its key allows {Count(tokens)} tokens a minute, and one answer may need {Count(needed)}. Lower Answers:Model:MaxPromptTokens, or raise the quota."
                )
                : DoctorResult.Good(Area, $"its key allows {Count(tokens)} tokens a minute; one answer may need {Count(needed)}");
        }

        if (response.Header("x-ratelimit-limit-requests") is { } requests)
        {
            yield return DoctorResult.Good(Area, $"its key allows {Count(requests)} requests in the time that the API counts by");
        }
    }

    private async Task<RemoteResponse> AskAsync(ModelOptions model, string name, bool withTools, CancellationToken cancellationToken)
    {
        var isAzure = model.Provider == ModelProvider.AzureOpenAI;
        var isOpenAI =
            isAzure
            || (
                Uri.TryCreate(model.Endpoint, UriKind.Absolute, out var address)
                && address.Host.EndsWith("openai.com", StringComparison.OrdinalIgnoreCase)
            );
        var body = new JsonObject
        {
            ["model"] = name,
            [isOpenAI ? "max_completion_tokens" : "max_tokens"] = ReplyTokens,
            ["messages"] = new JsonArray(new JsonObject { ["role"] = "user", ["content"] = "Say yes." }),
        };
        if (withTools)
        {
            body["tools"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "function",
                    ["function"] = new JsonObject
                    {
                        ["name"] = "search",
                        ["description"] = "Searches the articles.",
                        ["parameters"] = new JsonObject
                        {
                            ["type"] = "object",
                            ["properties"] = new JsonObject { ["query"] = new JsonObject { ["type"] = "string" } },
                        },
                    },
                }
            );
        }

        var root = model.Endpoint.TrimEnd('/');
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            isAzure
                ? $"{root}/openai/deployments/{Uri.EscapeDataString(name)}/chat/completions?api-version={AzureVersion}"
                : $"{root}/chat/completions"
        );
        request.Content = JsonContent.Create(body);
        if (isAzure)
        {
            request.Headers.TryAddWithoutValidation("api-key", model.Key);
        }
        else if (model.Key.Length > 0)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", model.Key);
        }

        return await api.SendAsync(request, cancellationToken);
    }

    private static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
