using System.Diagnostics;
using System.Text.RegularExpressions;
using BriefBot.Service.Hosting;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.Configuration;
using YamlDotNet.RepresentationModel;

namespace BriefBot.Tests.Hosting;

/// <summary>What stands in the deployment's files, as far as that can be seen without a cluster, a registry or a systemd.</summary>
public sealed partial class DeploymentTests
{
    private static readonly string Root = Checkout.Root;

    public static TheoryData<string> Manifests =>
        [
            .. Directory
                .GetFiles(Path.Combine(Root, "deploy", "kubernetes"), "*.yaml", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(Root, path)),
        ];

    [Theory]
    [MemberData(nameof(Manifests))]
    public void AManifestIsOneObjectWithAKind(string path)
    {
        var manifest = Read(path);
        Assert.NotEmpty(Text(manifest, "kind"));
        Assert.NotEmpty(Text(manifest, "apiVersion"));
        if (
            Text(manifest, "kind") is "Kustomization" or "Component"
            && ((YamlMappingNode)manifest).Children.TryGetValue("resources", out var resources)
        )
        {
            Assert.All(
                (YamlSequenceNode)resources,
                resource =>
                    Assert.True(Path.Exists(Path.Combine(Root, Path.GetDirectoryName(path)!, resource.ToString())), resource.ToString())
            );
        }
    }

    [Fact]
    public void ThePodRunsAsTheImagesUserWithoutAnyRights()
    {
        var pod = At(Read("deploy/kubernetes/base/statefulset.yaml"), "spec", "template", "spec");
        var user = DockerUser().Match(File.ReadAllText(Path.Combine(Root, "Dockerfile"))).Groups[1].Value;
        Assert.Equal(("true", user), (Text(At(pod, "securityContext"), "runAsNonRoot"), Text(At(pod, "securityContext"), "runAsUser")));
        var container = At(pod, "containers")[0];
        Assert.Equal(
            ("false", "true", "[ ALL ]"),
            (
                Text(At(container, "securityContext"), "allowPrivilegeEscalation"),
                Text(At(container, "securityContext"), "readOnlyRootFilesystem"),
                At(container, "securityContext", "capabilities", "drop").ToString()
            )
        );
        Assert.Equal("1", Text(At(Read("deploy/kubernetes/base/statefulset.yaml"), "spec"), "replicas"));
    }

    [Fact]
    public void TheSettingsOfTheClusterAreSettingsOfOurs()
    {
        var settings = new ConfigurationBuilder().AddJsonFile(Path.Combine(Root, "deploy", "kubernetes", "base", "settings.json")).Build();
        Assert.NotEmpty(settings.AsEnumerable());
        SettingsCheck.Keys(settings, Settings.Sections);
        var port = new Uri(settings["Http:MetricsUrl"]!.Replace("*", "any", StringComparison.Ordinal)).Port;
        Assert.Contains(
            (
                (YamlSequenceNode)At(
                    At(Read("deploy/kubernetes/base/statefulset.yaml"), "spec", "template", "spec", "containers")[0],
                    "ports"
                )
            ),
            named => Text(named, "name") == "metrics" && Text(named, "containerPort") == $"{port}"
        );
    }

    [Fact]
    public void TheContainerOfComposeIsReadOnlyAndSoAreTheArticles()
    {
        var service = At(Read("deploy/compose.yaml"), "services", "briefbot");
        Assert.Equal(("true", "[ ALL ]"), (Text(service, "read_only"), At(service, "cap_drop").ToString()));
        Assert.Contains(
            ((YamlSequenceNode)At(service, "volumes")).Select(volume => volume.ToString()),
            volume => volume.EndsWith(":/knowledge:ro", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void EveryVariableOfComposeStandsInTheExample()
    {
        var example = File.ReadAllText(Path.Combine(Root, "deploy", ".env.example"));
        Assert.All(
            Variable().Matches(File.ReadAllText(Path.Combine(Root, "deploy", "compose.yaml"))).Select(match => match.Groups[1].Value),
            name => Assert.Matches($"(?m)^{name}=", example)
        );
    }

    [Fact]
    public void SystemdDoesNotStartAgainWhatARestartDoesNotMend() =>
        Assert.Matches(
            $"(?m)^RestartPreventExitStatus=(.* )?{ExitCode.Usage}( |$)",
            File.ReadAllText(Path.Combine(Root, "deploy", "systemd", "briefbot.service"))
        );

    [Fact]
    public void EverySettingThatIsSetThereExists()
    {
        var files = Directory
            .GetFiles(Path.Combine(Root, "deploy"), "*", SearchOption.AllDirectories)
            .Append(Path.Combine(Root, "Dockerfile"));
        var keys = files
            .SelectMany(file => Setting().Matches(File.ReadAllText(file)))
            .Select(match => (Section: match.Groups[1].Value, Key: Index().Replace(match.Groups[2].Value, "")))
            .Where(key => Settings.Sections.ContainsKey(key.Section))
            .Distinct()
            .ToArray();
        Assert.NotEmpty(keys);
        Assert.All(
            keys,
            key =>
                Assert.NotNull(
                    key.Key.Split("__")
                        .Aggregate((Type?)Settings.Sections[key.Section], (type, name) => type?.GetProperty(name)?.PropertyType)
                )
        );
    }

    [Fact]
    public async Task TheInstallerPutsAPublishedFolderInPlaceAndTakesItAwayAgain()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no systemd.");
        using var folder = new TemporaryFolder()
            .With("published/briefbot", "#!/bin/sh\necho 1.2.3\n")
            .With("published/briefbot.dll", "code");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder["published/briefbot"], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        Assert.Contains("BriefBot 1.2.3 is installed", await InstallAsync(folder, folder["published"]), StringComparison.Ordinal);
        folder
            .With("root/etc/briefbot/settings.json", """{"Chat":{}}""")
            .With("root/etc/briefbot.env", "Discord__Token=secret")
            .With("published/new.dll", "code");
        await InstallAsync(folder, folder["published"]);
        Assert.Equal("""{"Chat":{}}""", File.ReadAllText(folder["root/etc/briefbot/settings.json"]));
        Assert.Equal(
            ["briefbot", "briefbot.dll", "new.dll"],
            Directory.GetFiles(folder["root/opt/briefbot"]).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            File.ReadAllText(Path.Combine(Root, "deploy", "systemd", "briefbot.service")),
            File.ReadAllText(folder["root/etc/systemd/system/briefbot.service"])
        );
        await InstallAsync(folder, "--remove");
        Assert.False(Directory.Exists(folder["root/opt/briefbot"]) || File.Exists(folder["root/etc/systemd/system/briefbot.service"]));
        Assert.True(File.Exists(folder["root/etc/briefbot.env"]));
        await InstallAsync(folder, "--purge");
        Assert.Equal(["welcome.md"], Directory.GetFiles(folder["root"], "*", SearchOption.AllDirectories).Select(Path.GetFileName));
    }

    private static async Task<string> InstallAsync(TemporaryFolder folder, string argument)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(Root, "deploy", "install.sh"), argument])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ROOT"] = folder["root"];
        using var process = Process.Start(start) ?? throw new InvalidOperationException("There is no bash.");
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, ""), (process.ExitCode, await errors));
        return output;
    }

    private static YamlNode Read(string path)
    {
        var yaml = new YamlStream();
        using var reader = File.OpenText(Path.Combine(Root, path));
        yaml.Load(reader);
        return Assert.Single(yaml.Documents).RootNode;
    }

    private static YamlNode At(YamlNode node, params string[] path) => path.Aggregate(node, (at, name) => at[name]);

    private static string Text(YamlNode node, string name) => node[name].ToString();

    /// <summary>The place in a list.</summary>
    [GeneratedRegex(@"__\d+$")]
    private static partial Regex Index();

    [GeneratedRegex(@"(?m)^USER (\d+):")]
    private static partial Regex DockerUser();

    [GeneratedRegex(@"\$\{(\w+)")]
    private static partial Regex Variable();

    [GeneratedRegex(@"\b([A-Z][a-z]+)__([A-Z]\w+?)\b")]
    private static partial Regex Setting();
}
