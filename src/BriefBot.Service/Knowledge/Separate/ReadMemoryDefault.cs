using System.Globalization;
using BriefBot.Knowledge;
using Microsoft.Extensions.Options;

namespace BriefBot.Service.Knowledge.Separate;

/// <summary>How much memory the process that reads files may take where no setting says: more in a large container.</summary>
internal sealed class ReadMemoryDefault : IPostConfigureOptions<KnowledgeOptions>
{
    /// <summary>One part in so many of what the container may take.</summary>
    private const int Share = 5;

    private const string Total = "MemTotal:";

    public void PostConfigure(string? name, KnowledgeOptions options) =>
        options.ReadMemoryBytes ??= Math.Max(KnowledgeOptions.LeastReadMemoryBytes, (ContainerLimit() ?? 0) / Share);

    /// <summary>In bytes; null where there is no limit below what the machine has.</summary>
    private static long? ContainerLimit()
    {
        var available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        return MachineMemory() is { } machine && available < machine ? available : null;
    }

    /// <summary>What the kernel says the machine has, in bytes; null where it says nothing.</summary>
    private static long? MachineMemory()
    {
        try
        {
            var line = File.ReadLines("/proc/meminfo").FirstOrDefault(line => line.StartsWith(Total, StringComparison.Ordinal));
            return line is not null
                && long.TryParse(line[Total.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out var kilobytes) ? kilobytes * 1024 : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
