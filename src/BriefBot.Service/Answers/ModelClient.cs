using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net;
using Azure.AI.OpenAI;
using BriefBot.Answers;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.SemanticKernel;
using OpenAI;
using Polly;

namespace BriefBot.Service.Answers;

/// <summary>Reaches a model's API: with one layer of retries, a circuit breaker, and replies that are bounded.</summary>
internal static class ModelClient
{
    /// <summary>An API that asks for no key is sent this.</summary>
    private const string NoKey = "none";

    private const int MostTries = 2;

    /// <summary>Maximum delay asked for by the server that is waited for.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(0.5);

    /// <summary>A kernel that can ask the model.</summary>
    /// <param name="options">Whose API.</param>
    /// <param name="name">The model's name.</param>
    /// <param name="time">The clock for the delay between tries.</param>
    public static Kernel Kernel(ModelOptions options, string name, TimeProvider time)
    {
        // The client lives as long as the service.
        var resilience = new ResilienceHandler(Pipeline(time))
        {
            InnerHandler = new BoundedReplies { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false } },
        };
        var http = new HttpClient(IsOpenAI(options) ? resilience : new PlainTokenLimit { InnerHandler = resilience })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        var builder = Microsoft.SemanticKernel.Kernel.CreateBuilder();
        var (address, key) = (
            new Uri(options.Endpoint.TrimEnd('/') + "/"),
            new ApiKeyCredential(options.Key.Length > 0 ? options.Key : NoKey)
        );
        if (options.Provider == ModelProvider.AzureOpenAI)
        {
            var azure = Bounded(new AzureOpenAIClientOptions(), http);
            builder.AddAzureOpenAIChatCompletion(name, new AzureOpenAIClient(address, key, azure));
        }
        else
        {
            var open = Bounded(new OpenAIClientOptions { Endpoint = address }, http);
            builder.AddOpenAIChatCompletion(name, new OpenAIClient(key, open));
        }

        return builder.Build();
    }

    /// <summary>Returns whether the API is OpenAI's own, or Azure's copy of it; else it is a compatible one.</summary>
    private static bool IsOpenAI(ModelOptions options) =>
        options.Provider == ModelProvider.AzureOpenAI
        || new Uri(options.Endpoint).Host.EndsWith("openai.com", StringComparison.OrdinalIgnoreCase);

    /// <summary>Without the client's own retries and time-out.</summary>
    private static T Bounded<T>(T client, HttpClient http)
        where T : ClientPipelineOptions
    {
        client.Transport = new HttpClientPipelineTransport(http);
        client.RetryPolicy = new ClientRetryPolicy(0);
        client.NetworkTimeout = Timeout.InfiniteTimeSpan;
        return client;
    }

    private static ResiliencePipeline<HttpResponseMessage> Pipeline(TimeProvider time) =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddRetry(
                new HttpRetryStrategyOptions
                {
                    MaxRetryAttempts = MostTries,
                    Delay = FirstWait,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    ShouldHandle = tried =>
                        ValueTask.FromResult(
                            HttpClientResiliencePredicates.IsTransient(tried.Outcome) && !IsToWaitLong(tried.Outcome.Result, time)
                        ),
                }
            )
            .AddCircuitBreaker(
                new HttpCircuitBreakerStrategyOptions
                {
                    FailureRatio = 0.5,
                    MinimumThroughput = 6,
                    SamplingDuration = TimeSpan.FromSeconds(60),
                    BreakDuration = TimeSpan.FromSeconds(30),
                }
            )
            .Build();

    private static bool IsToWaitLong(HttpResponseMessage? response, TimeProvider time) =>
        response is { StatusCode: HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable }
        && (response.Headers.RetryAfter?.Delta ?? (response.Headers.RetryAfter?.Date - time.GetUtcNow())) > LongestWait;
}
