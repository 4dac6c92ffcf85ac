using System.Text.RegularExpressions;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Hosting;

/// <summary>Requests that mean harm: none fails the service, and none is shown how it is made.</summary>
public sealed partial class MalformedRequestsTests
{
    private const int Seed = 3;
    private const int Requests = 1_000;

    [Fact]
    public async Task NoneIsAFaultOfTheServiceAndNoneIsShownAStackTrace()
    {
        using var knowledge = new TemporaryFolder().With(
            "bridge.md",
            "# The bridge\n\nThe bridge over the river Elbe was opened on 12 May 1893.\n"
        );
        await using var service = await WebService.StartAsync(
            knowledge.Path,
            ("Http:PerMinute", "1000000"),
            ("Chat:AuthorPerMinute", "1000000")
        );
        var malformed = new MalformedRequests(Seed);
        var requests = Enumerable.Range(0, Requests).Select(_ => malformed.Next()).ToArray();
        var statuses = new List<int>();
        await Parallel.ForEachAsync(
            requests,
            new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = TestContext.Current.CancellationToken },
            async (request, token) =>
            {
                var response = await MalformedRequests.SendAsync(service.Http.BaseAddress!, request.Bytes, request.IsSlow, token);
                Assert.DoesNotMatch(@"\n\s+at \S+\(", response);
                if (Status().Match(response) is { Success: true } status)
                {
                    lock (statuses)
                    {
                        statuses.Add(int.Parse(status.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
                    }
                }
            }
        );
        Assert.InRange(statuses.Count, Requests / 2, Requests);
        // 505 is what the web server says to a version of HTTP that is not known (RFC 9110, 15.6.6).
        Assert.DoesNotContain(statuses, status => status is >= 500 and not (503 or 505));
        Assert.Equal(System.Net.HttpStatusCode.OK, (await service.AskAsync("When was the bridge over the Elbe opened?")).StatusCode);
    }

    [GeneratedRegex(@"^HTTP/1\.\d (\d{3})")]
    private static partial Regex Status();
}
