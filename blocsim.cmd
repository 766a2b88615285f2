@echo off
rem Starts blocsim. Builds it on first use and whenever its sources have changed; needs a JDK 17 or newer and Maven 3.8 or newer.
rem What the script blocsim does on other systems; see there.
setlocal EnableExtensions DisableDelayedExpansion
set "home=%~dp0"
set "home=%home:~0,-1%"
set "jar=%home%\target\quick\launch.jar"

if defined JAVA_HOME (
    set "java=%JAVA_HOME%\bin\java.exe"
) else (
    set "java=java.exe"
    where /q java.exe || (
        >&2 echo blocsim: there is no java on the PATH and JAVA_HOME is not set; blocsim needs a Java Development Kit 17 or newer
        exit /b 1
    )
)
if defined JAVA_HOME if not exist "%java%" (
    >&2 echo blocsim: JAVA_HOME is "%JAVA_HOME%", which has no bin\java.exe; blocsim needs a Java Development Kit 17 or newer
    exit /b 1
)

set "major="
set "said=%TEMP%\blocsim-java-%RANDOM%.txt"
"%java%" -version 2>"%said%"
for /f "usebackq tokens=2,3" %%u in ("%said%") do if "%%u"=="version" if not defined major (
    for /f "delims=.-+ tokens=1" %%m in ("%%~v") do set "major=%%m"
)
del /q "%said%" 2>nul
if not defined major set "major=0"
if %major% LSS 17 (
    >&2 echo blocsim: "%java%" is version %major%; blocsim needs a Java Development Kit 17 or newer
    exit /b 1
)
set "archive=%home%\target\quick\launch-%major%.jsa"

set "stale="
if not exist "%jar%" set "stale=yes"
if not defined stale call :compare
if defined stale call :build || exit /b 1
if not exist "%archive%" call :train

set "short="
for %%c in (run explain validate scenarios schema help) do if /i "%~1"=="%%c" set "short=-XX:TieredStopAtLevel=1"
set "classes="
if exist "%archive%" set classes=-XX:SharedArchiveFile="%archive%"
"%java%" -Xshare:auto -Xlog:disable -XX:+UseSerialGC %short% %classes% -jar "%jar%" %*
exit /b %errorlevel%

:compare
rem Status 1: something under src\main, or pom.xml, is newer than the program.
powershell -NoProfile -Command "$made = (Get-Item -LiteralPath $env:jar).LastWriteTimeUtc; $newer = Get-ChildItem -LiteralPath (Join-Path $env:home 'src\main'), (Join-Path $env:home 'pom.xml') -Recurse | Where-Object { $_.LastWriteTimeUtc -gt $made } | Select-Object -First 1; if ($newer) { exit 1 }"
if errorlevel 1 set "stale=yes"
exit /b 0

:build
where /q mvn || (
    >&2 echo blocsim: there is no mvn on the PATH; building blocsim needs Maven 3.8 or newer
    exit /b 1
)
>&2 echo Building blocsim...
if not exist "%home%\target\quick" mkdir "%home%\target\quick"
set "commit="
for /f %%c in ('git -C "%home%" rev-parse --short HEAD 2^>nul') do set "commit=%%c"
call mvn -q -B -f "%home%\pom.xml" -Dquick -DskipTests "-Dbuild.commit=%commit%" package 1>&2
if errorlevel 1 (
    >&2 echo blocsim: the build failed; what Maven says stands above
    exit /b 1
)
del /q "%home%\target\quick\launch-*.jsa" 2>nul
copy /y /b "%home%\target\quick\blocsim.jar" "%jar%.new" >nul
move /y "%jar%.new" "%jar%" >nul
exit /b 0

:train
"%java%" -Xshare:auto -Xlog:disable -XX:+UseSerialGC -XX:ArchiveClassesAtExit="%archive%" -jar "%jar%" run "%home%\scenarios\belarus-sco.json" --replicates 20 --quiet --out "%home%\target\quick\launch.scratch" >nul 2>&1
rmdir /s /q "%home%\target\quick\launch.scratch" 2>nul
exit /b 0
