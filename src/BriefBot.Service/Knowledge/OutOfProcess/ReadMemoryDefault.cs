using System.Globalization;
using BriefBot.Knowledge;
using Microsoft.Extensions.Options;

namespace BriefBot.Service.Knowledge.OutOfProcess;

/// <summary>Raises the memory limit of the reading process in a large container.</summary>
internal sealed class ReadMemoryDefault : IPostConfigureOptions<KnowledgeOptions>
{
    /// <summary>Divisor of the container's limit.</summary>
    private const int Share = 5;

    private const string Total = "MemTotal:";

    public void PostConfigure(string? name, KnowledgeOptions options) =>
        options.Limits = options.Limits with { MemoryBytes = Math.Max(options.Limits.MemoryBytes, (ContainerLimit() ?? 0) / Share) };

    /// <summary>Returns the container's limit in bytes; null where there is none below the machine's memory.</summary>
    private static long? ContainerLimit()
    {
        var available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        return MachineMemory() is { } machine && available < machine ? available : null;
    }

    /// <summary>Returns the machine's memory in bytes as the kernel reports it; null if it reports none.</summary>
    private static long? MachineMemory()
    {
        try
        {
            var line = File.ReadLines("/proc/meminfo").FirstOrDefault(line => line.StartsWith(Total, StringComparison.Ordinal));
            return
                line is not null
                && long.TryParse(
                    line[Total.Length..].Replace("kB", "", StringComparison.Ordinal),
                    CultureInfo.InvariantCulture,
                    out var kilobytes
                )
                ? kilobytes * 1024
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
