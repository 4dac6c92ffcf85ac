using System.Net;
using System.Net.NetworkInformation;
using System.Runtime.InteropServices;
using BriefBot.Service.Retrieval.Embeddings;

namespace BriefBot.Service.Hosting.Doctor;

/// <summary>Checks the version, memory, clock and listening address.</summary>
internal static class MachineChecks
{
    /// <summary>A clock before this year was never set.</summary>
    private const int FirstYear = 2026;

    public static IEnumerable<DoctorResult> All(string[] urls, bool wantsEmbeddings, HttpOptions http, DateTimeOffset now)
    {
        yield return DoctorResult.Good(
            "version",
            $"BriefBot {StartReport.Version} on {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}, as {Environment.UserName}"
        );
        yield return now.Year < FirstYear
            ? DoctorResult.Problem("clock", $"it says {now:yyyy-MM-dd}. Set it: budgets and certificates depend on it.")
            : DoctorResult.Good("clock", $"{now:yyyy-MM-ddTHH:mm:ssZ}");
        yield return Embeddings(wantsEmbeddings, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
        if (!ListenUrls.AreLoopback(urls) && http.TrustedProxies.Count == 0)
        {
            yield return DoctorResult.Note(
                "proxy",
                "other machines can reach the service. If they go through a proxy, name it in Http:TrustedProxies, or everyone behind it shares one budget"
            );
        }
    }

    /// <summary>Checks that the service can listen at an address, or does.</summary>
    public static async Task<DoctorResult> AddressAsync(string url, CancellationToken cancellationToken)
    {
        const string Area = "address";
        var port = BindingAddress.Parse(url).Port;
        return port == 0 || IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().All(listener => listener.Port != port)
                ? DoctorResult.Good(Area, $"{url} is free")
            : await HealthCommand.IsRunningAsync(url, cancellationToken) ? DoctorResult.Note(Area, $"a running BriefBot uses {url}")
            : DoctorResult.Problem(
                Area,
                $"port {port} of {url} is in use by another program. Stop it, or choose another address with --urls URL."
            );
    }

    /// <param name="wanted">Whether they are switched on.</param>
    /// <param name="memory">Memory available to the runtime, in bytes.</param>
    public static DoctorResult Embeddings(bool wanted, long memory)
    {
        const string Area = "embeddings";
        var needed = ShippedEmbeddingModel.NeededMemory / 1_000_000;
        return !wanted ? DoctorResult.Note(Area, "off: Retrieval:Embeddings = false, answers are found by words alone")
            : ShippedEmbeddingModel.Find() is null
                ? DoctorResult.Note(Area, "not in this build (-p:Embeddings=false), answers are found by words alone")
            : memory < ShippedEmbeddingModel.NeededMemory
                ? DoctorResult.Problem(
                    Area,
                    $"the memory limit leaves {memory / 1_000_000} MB, and the model needs {needed}. Raise it, or set Retrieval:Embeddings = false."
                )
            : DoctorResult.Good(Area, "the model is included, and there is enough memory for it");
    }
}
