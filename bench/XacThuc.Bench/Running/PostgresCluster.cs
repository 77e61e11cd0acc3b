using System.Globalization;
using XacThuc.Bench.Measuring;
using XacThuc.Bench.Peers;

namespace XacThuc.Bench.Running;

/// <summary>A PostgreSQL cluster of our own on a socket in a temporary folder, gone afterwards.</summary>
internal sealed class PostgresCluster : IDisposable
{
    private const double TicksASecond = 100;

    // Without waiting for the disk, as the other peers do not wait either.
    private const string Settings =
        "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c wal_level=minimal -c max_wal_senders=0 "
        + "-c shared_buffers=512MB -c work_mem=512MB -c maintenance_work_mem=512MB -c jit=off -c autovacuum=off "
        + "-c max_parallel_workers_per_gather=2 -c min_parallel_table_scan_size=1MB";

    /// <summary>As a house is served: what is committed is on the disk. Memory as an administrator gives it on such a machine.</summary>
    public const string AsInProduction =
        "-c shared_buffers=2GB -c work_mem=32MB -c maintenance_work_mem=512MB -c max_wal_size=8GB -c effective_cache_size=12GB -c max_connections=200";

    private readonly string _bin, _folder;
    private readonly string? _user;

    private PostgresCluster(string bin, string folder, string? user) => (_bin, _folder, _user) = (bin, folder, user);

    /// <summary>How to connect.</summary>
    public string Connection => $"Host={_folder};Username=bench;Database=postgres";

    private string Data => Path.Combine(_folder, "data");

    /// <summary>Starts a cluster; null with the reason when there is no PostgreSQL here.</summary>
    public static PostgresCluster? Start(out string reason) => Start(Settings, out reason);

    /// <summary>Starts a cluster with settings of one's own.</summary>
    public static PostgresCluster? Start(string settings, out string reason)
    {
        reason = "PostgreSQL is not installed here.";
        if (FindPrograms() is not { } bin) return null;
        // The server refuses to run as root.
        var user = Environment.IsPrivilegedProcess ? "postgres" : null;
        var cluster = new PostgresCluster(bin, Directory.CreateTempSubdirectory("xacthuc-pg-").FullName, user);
        try
        {
            if (user is not null) Check(ChildProcess.Run("chown", user, cluster._folder));
            cluster.Run("initdb", "-D", cluster.Data, "-A", "trust", "-U", "bench", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
            cluster.Run(
                "pg_ctl", "-D", cluster.Data, "-w", "-l", Path.Combine(cluster._folder, "log"),
                "-o", $"-k {cluster._folder} -c listen_addresses='' {settings}", "start");
        }
        catch (Exception e) when (e is Refused or FileNotFoundException)
        {
            reason = $"PostgreSQL could not be started: {e.Message}";
            cluster.Dispose();
            return null;
        }

        Environment.SetEnvironmentVariable(PostgresJoin.Address, $"{cluster.Connection};Pooling=false;Command Timeout=0");
        return cluster;
    }

    /// <summary>CPU seconds of the server so far: what has ended has been added to the parent.</summary>
    public double CpuSeconds()
    {
        if (!OperatingSystem.IsLinux()) return 0;
        Thread.Sleep(100);
        var id = File.ReadLines(Path.Combine(Data, "postmaster.pid")).First().Trim();
        var stat = File.ReadAllText($"/proc/{id}/stat");
        return stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[11..15].Sum(ticks => double.Parse(ticks, CultureInfo.InvariantCulture)) / TicksASecond;
    }

    public void Dispose()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid"))) Wrapped("pg_ctl", "-D", Data, "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private static string? FindPrograms()
    {
        const string debian = "/usr/lib/postgresql";
        var folders = Directory.Exists(debian)
            ? Directory.GetDirectories(debian).OrderDescending(StringComparer.Ordinal).Select(folder => Path.Combine(folder, "bin"))
            : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders.Concat(path).FirstOrDefault(folder =>
            File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));
    }

    private void Run(string program, params string[] arguments) => Check(Wrapped(program, arguments));

    private Measured Wrapped(string program, params string[] arguments) => _user is null
        ? ChildProcess.Run(Path.Combine(_bin, program), arguments)
        : ChildProcess.Run("runuser", ["-u", _user, "--", Path.Combine(_bin, program), .. arguments]);

    private static void Check(Measured run)
    {
        if (run.ExitCode != 0) throw new Refused(run.Said);
    }
}
