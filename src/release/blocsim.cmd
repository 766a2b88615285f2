@echo off
rem Starts the blocsim of this folder; needs a Java 17 or newer and nothing else.
setlocal EnableExtensions DisableDelayedExpansion
if defined JAVA_HOME (
    set "java=%JAVA_HOME%\bin\java.exe"
) else (
    set "java=java.exe"
)
"%java%" -XX:+UseSerialGC -jar "%~dp0..\blocsim.jar" %*
exit /b %ERRORLEVEL%
